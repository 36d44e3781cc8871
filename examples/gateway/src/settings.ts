import { readFileSync } from 'node:fs'
import type { Region } from 'lockpanel'
import type { MessageRegion } from 'lockpanel/messages'
import { type KnownUser, readUsers } from './users'

export interface Settings {
  readonly port: number
  /** Of the port with health and metrics, which is not for the internet. */
  readonly adminPort: number
  readonly cloud: { readonly clientId: string; readonly secret: string } & (
    | { readonly region: Region }
    | { readonly baseUrl: string }
  )
  /** Several gateways share a Redis; without it, there must be one. */
  readonly redisUrl: string | undefined
  /** Of the message service, for server-sent events; without it, there are none. */
  readonly messages: { readonly region: MessageRegion } | { readonly url: string } | undefined
  /** The pages that may call the gateway; a mini-program needs none. */
  readonly origins: readonly string[]
  readonly users: readonly KnownUser[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment. Throws an error that names what is missing. */
export const readSettings = (env: Environment): Settings => {
  const required = (name: string): string => {
    const value = env[name]
    if (value === undefined || value === '') throw new Error(`the variable ${name} is missing`)
    return value
  }
  const account = { clientId: required('CLIENT_ID'), secret: required('CLIENT_SECRET') }
  return {
    port: Number(env.PORT ?? 8080),
    adminPort: Number(env.ADMIN_PORT ?? 8081),
    cloud: env.CLOUD_URL
      ? { ...account, baseUrl: env.CLOUD_URL }
      : { ...account, region: required('CLOUD_REGION') as Region },
    redisUrl: env.REDIS_URL,
    messages: messagesIn(env),
    origins: (env.ALLOWED_ORIGINS ?? '').split(',').filter((origin) => origin !== ''),
    users: readUsers(readFileSync(required('USERS_FILE'), 'utf8')),
  }
}

/** The package checks the name of a region. */
const messagesIn = ({ MESSAGES_URL, MESSAGES_REGION }: Environment): Settings['messages'] => {
  if (MESSAGES_URL) return { url: MESSAGES_URL }
  return MESSAGES_REGION ? { region: MESSAGES_REGION as MessageRegion } : undefined
}
