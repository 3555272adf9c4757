#pragma once
#include <stddef.h>

/// The bytes of a file that is compiled in, by its path below this target's folder
/// ("lexicons/states.tsv"); NULL, and a size of 0, where there is none of that name.
const unsigned char *newsline_data(const char *path, size_t *size);

/// The path of the file at a position, in the table's own order; NULL past the last.
const char *newsline_data_path(size_t position);
