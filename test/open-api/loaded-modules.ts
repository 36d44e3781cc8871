import { createRequire } from 'node:module'
import { lastValueFrom } from 'rxjs'
import { openApi } from '../../src/open-api/open-api'

// Runs in its own process and prints how many files of crypto-js are loaded after each step.
const { cache } = createRequire(import.meta.url)
const loaded = () => Object.keys(cache).filter((path) => path.includes('/crypto-js/')).length

const request = {
  action: 'GET /v1.0/devices',
  family: 'open-api',
  params: {},
  requestId: 'request-1',
  attempt: 1,
  timeoutMs: 10_000,
} as const

const main = async (): Promise<void> => {
  const imported = loaded()
  const transport = openApi({
    clientId: 'id',
    secret: 'secret',
    baseUrl: 'http://cloud.example',
    fetch: () => Promise.reject(new Error('no network')),
  })
  const created = loaded()
  await lastValueFrom(transport.send(request)).catch(() => undefined)
  console.log(JSON.stringify({ imported, created, used: loaded() > 0 }))
}

void main()
