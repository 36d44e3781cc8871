import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { type Description, readDescription } from '../../scripts/new-action/description'
import { planAction } from '../../scripts/new-action/plan'
import type { Action } from '../../src/core/action'

const root = join(__dirname, '..', '..')

const battery: Description = {
  name: 'GET /v1.0/devices/{device_id}/door-lock/battery',
  as: 'getBattery',
  group: 'devices',
  summary: 'Reads the charge of the battery of a lock.',
  safety: 'read',
  locks: ['wifi'],
  source: { confidence: 'B', seen: ['clients'], projects: ['owner/name'] },
  params: { device_id: 'vdevo1' },
  optionalParams: { slot: 1 },
  result: {
    percent: 80,
    is_low: false,
    measured_at: 1790000000000,
    local_key: 'secret of the lock',
    cells: [{ cell_id: '1', voltage_mv: 1480 }],
  },
}

const planned = new Map(
  planAction(battery, (path) => readFileSync(join(root, path), 'utf8')).map(({ path, text }) => [
    path,
    text,
  ]),
)

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Imports a planned file of an action, with the vocabulary of the project. */
const importAction = async (path: string): Promise<Record<string, Action>> => {
  const folder = mkdtempSync(join(tmpdir(), 'lockpanel-new-action-'))
  folders.push(folder)
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  symlinkSync(join(root, 'src'), join(folder, 'src'))
  symlinkSync(join(root, 'actions/shared'), join(folder, 'actions/shared'))
  writeFileSync(join(folder, path), planned.get(path) ?? '')
  return import(pathToFileURL(join(folder, path)).href)
}

describe('the files of a new action', () => {
  it('are those that a route needs', () => {
    expect([...planned.keys()]).toEqual([
      'actions/open-api/devices/get-battery.ts',
      'test/fixtures/open-api-device/getBattery.json',
      'simulator/operations/open-api/devices/get-battery.ts',
      'actions/open-api/devices/index.ts',
      'simulator/operations/open-api/index.ts',
      'test/fixtures/client-operations.json',
      'test/support/examples/device-routes.ts',
    ])
  })

  it('contain an action that decodes the sample, and takes its parameters', async () => {
    const { getBattery } = await importAction('actions/open-api/devices/get-battery.ts')
    expect(getBattery).toMatchObject({ name: battery.name, safety: 'read', locks: ['wifi'] })
    expect(getBattery?.result.decode(battery.result)).toMatchObject({ right: battery.result })
    const fixture = JSON.parse(planned.get('test/fixtures/open-api-device/getBattery.json') ?? '')
    expect(getBattery?.params.decode(fixture.request.repaired)).toMatchObject({
      right: { device_id: 'vdevo1', slot: 1 },
    })
    expect(getBattery?.params.decode({ slot: 1 })._tag).toBe('Left')
  })

  it('mark a key as a secret', () => {
    const text = planned.get('actions/open-api/devices/get-battery.ts')
    expect(text).toContain('local_key: secret(text())')
  })

  it.each([
    ['actions/open-api/devices/index.ts', "export { getBattery } from './get-battery'"],
    [
      'simulator/operations/open-api/index.ts',
      "export { getBatteryOperation } from './devices/get-battery'",
    ],
    ['test/support/examples/device-routes.ts', `'${battery.name}': () => ({ device_id }),`],
    ['test/fixtures/client-operations.json', battery.name],
  ])('add one line to %s, and keep the others', (path, line) => {
    const before = readFileSync(join(root, path), 'utf8').replace(/\s+/g, '')
    const after = (planned.get(path) ?? '').replace(/\s+/g, '')
    expect(after).toContain(line.replace(/\s+/g, ''))
    const known = before.match(/'[^']+'|"[^"]+"/g) ?? []
    expect(known.length).toBeGreaterThan(0)
    expect(known.filter((text) => !after.includes(text))).toEqual([])
  })
})

describe('the description of an action', () => {
  it('is read as it stands', () => {
    expect(readDescription(JSON.stringify(battery))).toEqual(battery)
  })

  it.each([
    ['name', { name: 'battery' }],
    ['as', { as: 'Get battery' }],
    ['group', { group: 'batteries' }],
    ['summary', { summary: 'Reads' }],
    ['safety', { safety: 'sync' }],
    ['locks', { locks: [] }],
    ['check', { check: '' }],
    ['source', { source: { confidence: 'C', seen: ['clients'] } }],
    ['params', { params: 'none' }],
    ['params', { params: {} }],
    ['optionalParams', { optionalParams: 1 }],
    ['result', { result: null }],
  ])('with a wrong %s is refused by the name of the field', (field, wrong) => {
    const text = JSON.stringify({ ...battery, ...wrong })
    expect(() => readDescription(text)).toThrow(new RegExp(`^${field}: expected`))
  })

  it('with several mistakes is refused with all of them', () => {
    const text = JSON.stringify({ ...battery, as: '', summary: '' })
    expect(() => readDescription(text)).toThrow(/as: expected[\s\S]*summary: expected/)
  })
})
