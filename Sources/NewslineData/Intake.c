#include "Files.h"

static const unsigned char encodings[] = {
#embed "lexicons/intake/encodings.tsv"
};

const struct newsline_file intake_files[] = {
    ENTRY(encodings, "lexicons/intake/encodings.tsv"),
    END,
};
