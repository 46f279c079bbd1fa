#pragma once
#if !__has_include(<coin/Cbc_C_Interface.h>)
#error "coinor-libcbc-dev is not installed: run 'make setup' (or: apt-get install coinor-libcbc-dev)"
#endif
#include <coin/Cbc_C_Interface.h>
#include <coin/Clp_C_Interface.h>
