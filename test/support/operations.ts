import * as miniProgramOperations from '../../simulator/operations/mini-program'
import * as openApiOperations from '../../simulator/operations/open-api'
import type { Operation } from '../../simulator/operations/operation'
import * as panelOperations from '../../simulator/operations/panel'

/** Every operation of the simulated cloud. */
export const everyOperation: readonly Operation[] = [
  ...Object.values(miniProgramOperations),
  ...Object.values(openApiOperations),
  ...Object.values(panelOperations),
]
