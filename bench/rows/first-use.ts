import { createRequire } from 'node:module'
import { join } from 'node:path'
import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import type { Topic } from '../row'
import { documented, pageOf } from '../users'

/** `bench/run.ts` writes these files beside this one: nothing, and the contracts of all actions. */
const loadingMs = (file: string): number => {
  const load = createRequire(join(__dirname, file))
  const before = process.cpuUsage()
  load(`./${file}`)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** Measured in several new processes, in which nothing is compiled yet. */
export const firstUse: Topic = {
  rows: () => [
    {
      name: 'load the contracts of all actions, CPU ms over an empty module',
      target: 2,
      measure: () => {
        const emptyMs = loadingMs('empty.cjs')
        return loadingMs('all-actions.cjs') - emptyMs
      },
    },
    {
      name: 'first page of 100 users in a new process, ms',
      target: 1,
      measure: () => {
        const page = pageOf(documented)
        const startedAt = performance.now()
        listUsers.result.readTolerantly?.(page)
        return performance.now() - startedAt
      },
    },
  ],
}
