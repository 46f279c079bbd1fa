#include "CSolver.h"
#include <coin/Cbc_C_Interface.h>
#include <coin/Clp_C_Interface.h>
#include <dlfcn.h>
#include <pthread.h>

// The functions of CLP and CBC that Optimization calls, each with its parameters and arguments. They are
// defined here under their own names and hand on to the library's.
#define FUNCTIONS(F) \
  F(Cbc_Model *, Cbc_newModel, (void), ()) \
  F(void, Cbc_deleteModel, (Cbc_Model * model), (model)) \
  F(void, Cbc_setLogLevel, (Cbc_Model * model, int level), (model, level)) \
  F(void, Cbc_loadProblem, \
    (Cbc_Model * model, const int columns, const int rows, const CoinBigIndex *starts, \
     const int *indices, const double *values, const double *least, const double *most, \
     const double *costs, const double *least_rows, const double *most_rows), \
    (model, columns, rows, starts, indices, values, least, most, costs, least_rows, most_rows)) \
  F(void, Cbc_setInteger, (Cbc_Model * model, int column), (model, column)) \
  F(void, Cbc_setMaximumNodes, (Cbc_Model * model, int nodes), (model, nodes)) \
  F(void, Cbc_setParameter, (Cbc_Model * model, const char *name, const char *value), \
    (model, name, value)) \
  F(void, Cbc_setAllowableFractionGap, (Cbc_Model * model, double gap), (model, gap)) \
  F(int, Cbc_solve, (Cbc_Model * model), (model)) \
  F(int, Cbc_numberSavedSolutions, (Cbc_Model * model), (model)) \
  F(double *, Cbc_bestSolution, (Cbc_Model * model), (model)) \
  F(int, Cbc_isProvenInfeasible, (Cbc_Model * model), (model)) \
  F(Clp_Simplex *, Clp_newModel, (void), ()) \
  F(void, Clp_deleteModel, (Clp_Simplex * model), (model)) \
  F(void, Clp_setLogLevel, (Clp_Simplex * model, int level), (model, level)) \
  F(void, Clp_loadProblem, \
    (Clp_Simplex * model, const int columns, const int rows, const CoinBigIndex *starts, \
     const int *indices, const double *values, const double *least, const double *most, \
     const double *costs, const double *least_rows, const double *most_rows), \
    (model, columns, rows, starts, indices, values, least, most, costs, least_rows, most_rows)) \
  F(void, Clp_addRows, \
    (Clp_Simplex * model, int number, const double *least, const double *most, \
     const CoinBigIndex *starts, const int *columns, const double *values), \
    (model, number, least, most, starts, columns, values)) \
  F(void, Clp_chgColumnLower, (Clp_Simplex * model, const double *least), (model, least)) \
  F(void, Clp_chgColumnUpper, (Clp_Simplex * model, const double *most), (model, most)) \
  F(void, Clp_chgObjCoefficients, (Clp_Simplex * model, const double *costs), (model, costs)) \
  F(int, Clp_dual, (Clp_Simplex * model, int passes), (model, passes)) \
  F(int, Clp_status, (Clp_Simplex * model), (model)) \
  F(const double *, Clp_getColSolution, (Clp_Simplex * model), (model))

#define DEFINE(type, name, parameters, arguments) \
  static type(*loaded_##name) parameters; \
  type name parameters { return loaded_##name arguments; }
FUNCTIONS(DEFINE)

static const char *reason;

static void load(void) {
  // Its dependencies, CLP among them, come with it.
  void *library = dlopen("libCbcSolver.so.3", RTLD_LAZY | RTLD_LOCAL);
  if (!library) {
    reason = dlerror();
    return;
  }
#define FIND(type, name, parameters, arguments) \
  *(void **)&loaded_##name = dlsym(library, #name); \
  if (!loaded_##name) { \
    reason = dlerror(); \
    return; \
  }
  FUNCTIONS(FIND)
}

const char *rapporteur_load_solver(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return reason;
}
