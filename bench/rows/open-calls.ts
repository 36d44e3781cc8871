import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import { createPanel } from '../../src/core/panel/create-panel'
import { holding } from '../in-memory'
import type { Topic } from '../row'

const CALLS = 10_000
const params = { device_id: 'door', target_standard_dp_codes: '', page_no: 1, page_size: 20 }

/** Starts all calls in groups, each of which is answered when all of its calls are open. */
const callsInGroupsOf = (size: number) => {
  const transport = holding({ success: true, t: 1, result: { records: [] } })
  const { apiRequest } = createPanel({ actions: { listUsers }, transport, maxOpen: CALLS })
  return async () => {
    for (let group = 0; group < CALLS / size; group++) {
      const calls = Array.from({ length: size }, () => apiRequest('doorLock.listUsers', params))
      transport.release()
      await Promise.all(calls)
    }
  }
}

export const openCalls: Topic = {
  isLong: true,
  rows: () => [
    {
      name: 'a call among 10,000 open together, × a call among 10',
      target: 1.5,
      reference: callsInGroupsOf(10),
      product: callsInGroupsOf(CALLS),
      peers: { 'a call alone': callsInGroupsOf(1), 'among 1,000': callsInGroupsOf(1_000) },
    },
  ],
}
