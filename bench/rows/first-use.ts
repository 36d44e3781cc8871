import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import type { FigureRow } from '../row'
import { documented, pageOf } from '../users'

/** Measured in a process of their own, in which nothing is compiled yet. */
export const firstUseFigures: readonly FigureRow[] = [
  {
    name: 'first page of 100 users in a new process, ms',
    target: 1,
    targetWithoutJit: 1,
    measure: () => {
      const page = pageOf(documented)
      const startedAt = performance.now()
      listUsers.result.readTolerantly?.(page)
      return performance.now() - startedAt
    },
  },
]
