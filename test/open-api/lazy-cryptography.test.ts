import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { isTransportError } from '../../src/core/errors/transport-error'
import { clientId, failureOf, secret } from './support'

describe('openApi', () => {
  it('fails with delivery not-sent when crypto-js cannot be loaded', async () => {
    vi.resetModules()
    vi.doMock('../../src/open-api/cryptography', () => {
      throw new Error(`cannot load https://cdn.example/?token=${secret}`)
    })
    try {
      const fresh = await import('../../src/open-api/open-api')
      const baseUrl = 'https://cloud.example'
      const error = await failureOf(fresh.openApi({ clientId, secret, baseUrl }))
      if (!isTransportError(error)) throw error
      expect(error.delivery).toBe('not-sent')
      expect(String(error)).toContain('crypto-js')
      expect(String(error)).not.toContain(secret)
    } finally {
      vi.doUnmock('../../src/open-api/cryptography')
    }
  })

  it('loads crypto-js at the first request, not at import or creation', () => {
    const script = fileURLToPath(new URL('./loaded-modules.ts', import.meta.url))
    const output = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' })
    expect(JSON.parse(output)).toEqual({ imported: 0, created: 0, used: true })
  })
})
