#include "Files.h"

const struct newsline_file statements_files[] = {
    END,
};
