/* Signals: those that ask to leave set a flag, those of a crash put the terminal right first. */
#ifndef KANBAO_TERM_SIGNALS_H
#define KANBAO_TERM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

/* Installs the handlers for TERM, HUP, INT, QUIT, TSTP, CONT, WINCH (flags) and SEGV, BUS, FPE,
 * ILL, ABRT (restore); running out of memory restores too. */
void signals_install(void);
/* The signal that asked to leave; 0 for none. */
int signals_pending(void);
/* Whether any signal is to be looked at, of these and those below: no time to wait for anything. */
bool signals_arrived(void);
/* Whether the program was asked to stop (^Z), has been woken up, or was told of a size of the
 * terminal, new or not; forgets it. */
bool signals_take_stop(void);
bool signals_take_wake(void);
bool signals_take_resize(void);
/* Stops until somebody wakes the program. */
void signals_stop(void);
/* Puts back the handlers that were there before. */
void signals_remove(void);

/* What a crash, or the end of memory, writes to fd to give the terminal back (at most 255 bytes);
 * the state of its line discipline is taken as it is now. Called before the screen changes either;
 * n = 0 to forget. */
void signals_set_restore(int fd, const char *bytes, size_t n);
/* Where answers of the terminal are awaited, which a crash must not leave to the shell; -1: nowhere
 * any more. */
void signals_await_answers(int fd);

#endif
