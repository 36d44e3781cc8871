import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import type { Action } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import { dispatchPeers } from '../dispatch-peers'
import { answering } from '../in-memory'
import type { Topic } from '../row'

const small: Action = { ...listUsers, name: 'bench.small' }
const params = { device_id: 'door', target_standard_dp_codes: '', page_no: 1, page_size: 20 }
const empty = { success: true, t: 1, result: { records: [] } }

/** The encoding, the check and the decoding that the panel does too. */
const asEncoded = (): unknown => {
  const encoded = small.params.encode(params)
  return listUsers.params.decode(encoded) && encoded
}
const read = (result: unknown): unknown => listUsers.result.readTolerantly?.(result)

export const dispatch: Topic = {
  rows: () => {
    const panel = createPanel({ actions: { small }, transport: answering(empty) })
    return [
      {
        name: 'one call in memory, × async function with the same decode',
        target: 4,
        reference: async () => asEncoded() && read(empty.result),
        product: () => panel.apiRequest('bench.small', params),
        peers: dispatchPeers({ encode: asEncoded, answer: empty, read }),
      },
    ]
  },
}
