#include "Files.h"

const struct newsline_file mentions_files[] = {
    END,
};
