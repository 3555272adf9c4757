#include "Files.h"

const struct newsline_file events_files[] = {
    END,
};
