/** The data centres with a message service. */
export type MessageRegion = 'cn' | 'us' | 'eu' | 'in'

export const messageUrls: Readonly<Record<MessageRegion, string>> = {
  cn: 'wss://mqe.tuyacn.com:8285',
  us: 'wss://mqe.tuyaus.com:8285',
  eu: 'wss://mqe.tuyaeu.com:8285',
  in: 'wss://mqe.tuyain.com:8285',
}

/** `event`: production. `event-test`: the test channel of the project. */
export type MessageEnv = 'event' | 'event-test'

/** How long the service waits for an acknowledgement before it delivers a message again. */
const ACK_TIMEOUT_MS = 30_000

/** The address of the only subscription of a project. Of several processes one receives, and the others stand by. */
export const consumerUrl = (baseUrl: string, clientId: string, env: MessageEnv): string => {
  const socketUrl = baseUrl.replace(/^http/, 'ws').replace(/\/+$/, '')
  const id = encodeURIComponent(clientId)
  const query = `ackTimeoutMillis=${ACK_TIMEOUT_MS}&subscriptionType=Failover`
  return `${socketUrl}/ws/v2/consumer/persistent/${id}/out/${env}/${id}-sub?${query}`
}
