import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPanel, buildPanel } from './built-panel'
import { type AppCode, appCode } from './mini-app'
import { createStage } from './stage'
import { homeStories } from './stories/home'
import { membersStories } from './stories/members'
import { passwordsStories } from './stories/passwords'
import { recordsStories } from './stories/records'

/** WeChat's limit for the main package. */
const MAX_PACKAGE_BYTES = 2 * 1024 * 1024

let built: BuiltPanel
let code: AppCode

beforeAll(() => {
  built = buildPanel()
  code = appCode(built.folder)
}, 600_000)
afterAll(() => built?.removeAll())

describe('the build of the mini-program', () => {
  it('has no warning, and less than the 2 MB that WeChat allows', () => {
    console.info(`WeChat counts ${built.bytes} bytes for examples/panel-mini`)
    expect(built.report.warnings).toEqual([])
    expect(built.bytes).toBeGreaterThan(100_000)
    expect(built.bytes).toBeLessThan(MAX_PACKAGE_BYTES)
  })

  it('passes every check of code quality but that of its size with the unused components', () => {
    // The check counts all of TDesign. The upload, and the test above, leave out what no page uses.
    const failed = built.report.quality.filter(({ success }) => !success).map(({ name }) => name)
    expect(failed).toEqual(['PACKAGE_SIZE_LIMIT'])
  })

  it('is ES5, compiled from TypeScript', () => {
    const files = built.files.filter((file) => file.endsWith('.js'))
    expect(files).toContain('pages/home/home-store.js')
    for (const file of files) {
      const text = readFileSync(join(built.folder, file), 'utf8')
      expect(() => parse(text, { ecmaVersion: 5 }), file).not.toThrow()
    }
  })
})

describe.each([
  ['with current builtins', {}],
  ['on iOS 15 without features newer than ES2017', { builtins: 'oldest', promise: 'timers' }],
] as const)('the mini-program, %s,', (_, phone) => {
  const stage = createStage(() => code, phone)
  afterEach(stage.end)

  homeStories(stage)
  membersStories(stage)
  passwordsStories(stage)
  recordsStories(stage)
})
