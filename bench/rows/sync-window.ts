import { getSyncableOpmodeTypes } from '../../actions/mini-program/door-lock/get-syncable-opmode-types'
import { createPanel } from '../../src/core/panel/create-panel'
import { holding } from '../in-memory'
import { median } from '../ratios'
import type { Topic } from '../row'

const CALLERS = 10_000
const RUNS = 5

/** Microseconds of processor time for each caller, from the call to the shared answer. */
const microsecondsOfACaller = async (): Promise<number> => {
  const transport = holding({
    success: true,
    t: 1,
    result: { distributed: true, ins: '00', dp_id: 1 },
  })
  const { apiRequest, close } = createPanel({ actions: { getSyncableOpmodeTypes }, transport })
  const params = { device_id: 'door', target_standard_dp_codes: '' }
  const before = process.cpuUsage()
  const callers = Array.from({ length: CALLERS }, () =>
    apiRequest('doorLock.getSyncableOpmodeTypes', params),
  )
  transport.release()
  await Promise.all(callers)
  const { user, system } = process.cpuUsage(before)
  close()
  return (user + system) / CALLERS
}

export const syncWindow: Topic = {
  rows: () => [
    {
      name: '10,000 callers of one sync window, µs a caller',
      target: 25,
      measure: async () => {
        const measured: number[] = []
        for (let run = 0; run < RUNS; run++) measured.push(await microsecondsOfACaller())
        return median(measured)
      },
    },
  ],
}
