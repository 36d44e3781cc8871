import { miniProgramOperations } from '../../simulator/operations/mini-program'
import { openApiOperations } from '../../simulator/operations/open-api'
import type { Operation } from '../../simulator/operations/operation'
import { panelOperations } from '../../simulator/operations/panel'

/** Every operation of the simulated cloud. */
export const everyOperation: readonly Operation[] = [
  ...miniProgramOperations,
  ...openApiOperations,
  ...panelOperations,
]
