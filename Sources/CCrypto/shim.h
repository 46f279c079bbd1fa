#pragma once
#if !__has_include(<openssl/evp.h>)
#error "libssl-dev is not installed: run 'make setup' (or: apt-get install libssl-dev)"
#endif
#include <openssl/evp.h>
