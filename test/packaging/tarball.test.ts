import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appWithPackage } from './packed'

let app = ''
let files: readonly string[] = []
let installed = ''

beforeAll(() => {
  ;({ app, installed } = appWithPackage())
  files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(installed, name)).isFile(),
  )
}, 60_000)

afterAll(() => rmSync(app, { recursive: true, force: true }))

/** Built code, documents, and what npm adds itself. */
const expected = [
  /^(?:dist|miniprogram_dist|miniprogram_maps)\/.*\.(?:js|mjs|d\.ts|d\.mts|map|json|html|css|svg)$/,
  /^docs\/(?:guide\/[\w-]+\.md|panel\.gif|(?:bench|session)\.svg)$/,
  /^(?:simulator\/)?README\.md$/,
  /^(?:CHANGELOG\.md|LICENSE|package\.json)$/,
]
/** Settings of a machine, and keys. */
const forbidden = /-----BEGIN [A-Z ]*PRIVATE KEY|_authToken|npm_[A-Za-z\d]{36}|AKIA[A-Z\d]{16}/

describe('the tarball of npm', () => {
  it('contains nothing but the built code and its documents', () => {
    expect(files.length).toBeGreaterThan(100)
    const name = (file: string) => file.replaceAll('\\', '/')
    expect(files.filter((file) => !expected.some((form) => form.test(name(file))))).toEqual([])
  })

  it('contains no key, and no path of the machine that built it', () => {
    const withSecret = files.filter((file) => {
      const text = readFileSync(join(installed, file), 'latin1')
      return forbidden.test(text) || text.includes(process.cwd())
    })
    expect(withSecret).toEqual([])
  })
})
