#include "Files.h"

const struct newsline_file times_files[] = {
    END,
};
