import { describe, expect, it } from 'vitest'
import type { HostedLock } from '../../scripts/hosts/hosts'
import { panelTemplate, type TemplateLock } from '../../scripts/migration/panel-template'
import { createSimulator, seed } from '../../simulator'
import { isUnsupportedError } from '../../src/core/errors/unsupported-error'
import { actionsOfTy, createNativePanel, hosts } from '../flows/native/native-host'
import { cipherOf } from '../flows/support/flow-harness'
import { settle } from '../flows/support/settle'
import { templateCalls } from './template-calls'

const { frontDoor, gardenGate } = seed.locks
const rows = panelTemplate.flatMap((group) => group.rows)
const locks: readonly (readonly [TemplateLock, typeof frontDoor | typeof gardenGate])[] = [
  ['wifi', frontDoor],
  ['ble', gardenGate],
]

/** The vendor's app with a server that encrypts passwords. */
const openInApp = (seeded: (typeof locks)[number][1]): HostedLock => {
  const { accessKey } = createSimulator()
  const passwordCipher = cipherOf(accessKey)
  const native = createNativePanel(hosts.ty, seeded, { passwordCipher }, actionsOfTy)
  return { ...native, settle: (promise) => settle(native.clock, promise) }
}

describe("the vendor's panel template", () => {
  it('calls 26 functions, each with a run', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(templateCalls).sort())
    expect(rows).toHaveLength(26)
  })

  it.each(locks)('has at least 24 functions that work here on a %s lock', (type) => {
    const working = rows.filter(({ without }) => without?.[type] === undefined)
    expect(working.length).toBeGreaterThanOrEqual(24)
  })
})

describe.each(locks)("a %s lock in the vendor's app, over ty", (type, seeded) => {
  it.each(rows)('can do what $name of the template does, or rejects it', async (row) => {
    const { name, without } = row
    const run = templateCalls[name]?.(openInApp(seeded))
    if (without?.[type] === undefined) await run
    else await expect(run).rejects.toSatisfy(isUnsupportedError)
  })
})
