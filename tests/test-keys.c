/* Keys at random: nothing that is typed, and no size, ends the reader or loses its way back. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hidden-app.h"
#include "random.h"

enum { SEEDS = 3, KEYS = 700, SIZE_EVERY = 20 };

static int random_key(uint32_t *state)
{
    static const int keys[] = {
        'j',
        'k',
        ' ',
        'b',
        'd',
        'u',
        'g',
        'G',
        'J',
        'K',
        '/',
        'F',
        'S',
        'V',
        '*',
        'n',
        'N',
        'w',
        '?',
        'h',
        KEY_RETURN,
        KEY_TAB,
        KEY_ESCAPE,
        KEY_ERASE,
        KEY_ARROW_UP,
        KEY_DELETE,
        KEY_PAGE_UP,
        KEY_PAGE_DOWN,
        KEY_TO_END,
        KEY_ARROW_LEFT,
        KEY_CONTROL('l'),
        KEY_UNKNOWN,
        0x4E2D,
        0x301,
        0x1F600,
    };
    uint32_t r = next_random(state);

    if (r % 8 == 0)
        return (int)(r / 8 % 0x3000) + 1;
    return keys[r / 8 % (sizeof keys / sizeof *keys)];
}

static bool leaves(const struct hidden_app *h, int key)
{
    (void)h;
    return key == 'q' || key == 'Q';
}

/* The screen, and the same drawn from nothing. */
static void assert_drawn(struct hidden_app *h)
{
    struct strbuf before = {0}, after = {0};

    hidden_read(h, true, &before);
    hidden_resize(h, screen_rows(h->screen), screen_cols(h->screen));
    hidden_read(h, true, &after);
    assert_true(str_eq(strbuf_str(&before), strbuf_str(&after)));
    strbuf_free(&before);
    strbuf_free(&after);
}

static void play(uint32_t seed)
{
    const char *dir = getenv("srcdir");
    char sample[4096];
    const char *files[] = {sample, NULL};
    struct hidden_app h = {0};
    uint32_t state = seed;

    snprintf(sample, sizeof sample, "%s/data/sample.txt", dir ? dir : ".");
    hidden_open(&h, 24, 80, files);
    for (int i = 0; i < KEYS; i++) {
        int key = random_key(&state);

        if (leaves(&h, key))
            continue;
        hidden_key(&h, key);
        assert_false(h.left);
        if (i % SIZE_EVERY == 0) {
            hidden_resize(&h, 1 + (int)(next_random(&state) % 60),
                          1 + (int)(next_random(&state) % 200));
            assert_drawn(&h);
        }
    }
    hidden_close(&h);
}

static void test_random_keys(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        print_message("# seed %u\n", seed);
        play(seed * 2654435761u);
    }
}

/* A resize there and back shows the same place. */
static void test_place_is_kept(void **state)
{
    const char *dir = getenv("srcdir");
    char sample[4096];
    const char *files[] = {sample, NULL};
    struct hidden_app h = {0};
    struct strbuf before = {0}, after = {0};

    (void)state;
    snprintf(sample, sizeof sample, "%s/data/sample.txt", dir ? dir : ".");
    hidden_open(&h, 10, 50, files);
    hidden_type(&h, "<Enter>jjj");
    hidden_read(&h, false, &before);
    for (int cols = 200; cols > 10; cols -= 7)
        hidden_resize(&h, 10, cols);
    hidden_resize(&h, 10, 50);
    hidden_read(&h, false, &after);
    assert_string_equal(before.s, after.s);
    strbuf_free(&before);
    strbuf_free(&after);
    hidden_close(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_keys),
        cmocka_unit_test(test_place_is_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
