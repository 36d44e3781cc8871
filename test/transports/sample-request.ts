import type { TransportRequest } from '../../src/core/transport/transport'

/** A credential that no error and no message may contain. */
export const token = 'token-5f4dcc3b5aa765d6'
export const secrets = [token]
export const headers = { Authorization: `Bearer ${token}` }

export const request: TransportRequest = {
  action: 'doorLock.listUsers',
  family: 'mini-program',
  params: { device_id: 'vdevo1', page_no: 1 },
  requestId: 'request-1',
  attempt: 2,
  timeoutMs: 10_000,
}
