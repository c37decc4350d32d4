/* What the columns of a text are read as. */
#ifndef KANBAO_COLUMNS_CHECK_H
#define KANBAO_COLUMNS_CHECK_H

/* The text has columns and is read as these lines, '|' behind each. */
void assert_read(const char *text, const char *expected);
void assert_no_columns(const char *text);

#endif
