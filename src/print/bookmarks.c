#include <config.h>

#include "print/bookmarks.h"

#include <stdlib.h>
#include <time.h>

#include "print/record.h"
#include "text/sanitize.h"

void bookmarks_print(struct store *store, enum format format, FILE *out)
{
    for (size_t i = 0; i < store_count(store, STORE_BOOKMARK) && !ferror(out); i++) {
        const struct store_item *item = store_item(store, STORE_BOOKMARK, i);
        char *title = sanitize_name(item->title), *source = sanitize_name(item->source);
        time_t seconds = (time_t)(item->time / 1000);
        struct record_bookmark r = {title, source, item->place, ""};
        struct tm tm;

        if (localtime_r(&seconds, &tm))
            strftime(r.date, sizeof r.date, "%Y-%m-%d", &tm);
        if (format == FORMAT_JSONL)
            record_bookmark_json(&r, out);
        else
            record_bookmark_tsv(&r, out);
        free(title);
        free(source);
    }
}
