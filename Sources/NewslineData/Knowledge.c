#include "Files.h"

const struct newsline_file knowledge_files[] = {
    END,
};
