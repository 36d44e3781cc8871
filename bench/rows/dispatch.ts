import { Observable } from 'rxjs'
import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import type { Action } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import type { Transport } from '../../src/core/transport/transport'
import type { RatioRow } from '../row'

const answering = (body: unknown): Transport => ({
  name: 'memory',
  families: ['mini-program'],
  send: () =>
    new Observable((subscriber) => {
      subscriber.next({ body: { value: body } })
      subscriber.complete()
    }),
})

const small: Action = { ...listUsers, name: 'bench.small' }
const params = { device_id: 'door', target_standard_dp_codes: '', page_no: 1, page_size: 20 }
const empty = { success: true, t: 1, result: { records: [] } }

export const dispatchRows = (): readonly RatioRow[] => {
  const panel = createPanel({ actions: { small }, transport: answering(empty) })
  return [
    {
      name: 'one call in memory, × async function with the same decode',
      target: 4,
      reference: async () => {
        const encoded = small.params.encode(params)
        return listUsers.params.decode(encoded) && listUsers.result.readTolerantly?.(empty.result)
      },
      product: () => panel.apiRequest('bench.small', params),
    },
  ]
}
