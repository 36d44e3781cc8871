import { once } from 'node:events'
import type { Server } from 'node:http'
import { type ServerType, serve } from '@hono/node-server'
import { Redis } from 'ioredis'
import { openApi, passwordCipher } from 'lockpanel'
import { createGateway, memoryStore, sharedTokens } from 'lockpanel/gateway'
import { redisClientOptions, redisStore } from 'lockpanel/gateway/redis'
import type { Logger } from 'pino'
import { createAdminApp, createApp } from './app'
import type { Settings } from './settings'
import { shareEvents } from './shared-events'
import { createTelemetry } from './telemetry'
import { authenticateWith } from './users'

/** How long open requests have to end. */
const CLOSE_TIMEOUT_MS = 15_000

/** Starts the gateway; `close` finishes what is open. */
export const startService = async (settings: Settings, log: Logger) => {
  const { cloud, redisUrl, origins } = settings
  const redis = redisUrl === undefined ? undefined : new Redis(redisUrl, redisClientOptions)
  redis?.on('error', ({ message }) => log.warn({ message }, 'redis'))
  const store = redis === undefined ? memoryStore() : redisStore({ redis })
  const authenticate = authenticateWith(settings.users)
  const { registry, onCall } = createTelemetry(log)
  const { clientId, secret } = cloud
  const messages =
    settings.messages && shareEvents({ clientId, secret, ...settings.messages }, redis)

  let isClosing = false
  const app = createApp({
    gateway: createGateway({
      openApi: openApi({ ...cloud, tokenStore: sharedTokens(store) }),
      authenticate,
      store,
      ...(messages && { messages }),
      onCall,
    }),
    authenticate,
    cipher: passwordCipher({ accessKey: cloud.secret }),
    hasEvents: messages !== undefined,
    origins,
    onFailure: ({ message }) => log.error({ message }, 'server'),
  })
  const admin = createAdminApp({
    isReady: () => !isClosing && (redis === undefined || redis.status === 'ready'),
    metrics: () => registry.metrics(),
  })
  const servers = [
    await listening(serve({ fetch: app.fetch, port: settings.port })),
    await listening(serve({ fetch: admin.fetch, port: settings.adminPort })),
  ] as const
  log.info({ ports: servers.map(portOf) }, 'listening')

  return {
    ports: servers.map(portOf),
    close: async (): Promise<void> => {
      isClosing = true
      // Ends the event streams, which would stay open.
      await messages?.close()
      await Promise.all(servers.map(closed))
      redis?.disconnect()
    },
  }
}

const listening = async (server: ServerType): Promise<Server> => {
  if (!server.listening) await once(server, 'listening')
  return server as Server
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Accepts nothing new, and lets open requests end. */
const closed = async (server: Server): Promise<void> => {
  const ended = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const limit = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS)
  await ended
  clearTimeout(limit)
}
