import { allActions } from '../../actions'
import { TransportError } from '../../src/core/errors/transport-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { scriptedCloud } from './cloud'

export const ok = (result: unknown) => ({ success: true, t: 1, result })
export const usersParams = {
  device_id: 'door',
  target_standard_dp_codes: 'unlock_card',
  page_no: 1,
  page_size: 20,
}
export const users = { records: [] }
export const lost = new TransportError({ action: 'x' }, { delivery: 'unknown', reason: 'lost' })
export const openParams = { device_id: 'door', ticket_id: 'T' }

export const panelOn = (...replies: readonly unknown[]) => {
  const cloud = scriptedCloud(...replies)
  return { ...cloud, panel: createPanel({ actions: allActions, transport: cloud.transport }) }
}
export const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => Promise.reject(new Error(`the promise resolved with ${JSON.stringify(value)}`)),
    (error: unknown) => error,
  )
