#include "Files.h"

const struct newsline_file pages_files[] = {
    END,
};
