#include <config.h>

#include "text/charclass.h"

#include "text/charclass_table.h"
