/** Why there is no connection. */
export type DisconnectReason =
  /** HTTP 401 or 403: the service is not enabled for the project, or the region, id or secret is wrong. */
  | 'refused'
  | 'unreachable'
  /** The service or the network ended the connection. */
  | 'closed'
  /** No answer to a ping, or none to the login. */
  | 'silent'

/** The state of the connection. */
export type ConnectionState =
  | { readonly step: 'connecting' }
  | { readonly step: 'connected' }
  | {
      readonly step: 'waiting'
      /** Why the connection ended or was not made. */
      readonly reason: DisconnectReason
      /** The HTTP status, if the service refused the connection. */
      readonly statusCode?: number
      /** The time until the next login. */
      readonly retryInMs: number
    }
  /** There is no WebSocket: install `ws`, or pass `webSocket`. No login follows. */
  | { readonly step: 'unsupported' }
  | { readonly step: 'closed' }
