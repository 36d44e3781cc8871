import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../command-line/contract/fields'
import { examplesOf, runExamples } from '../../scripts/guide/examples'
import { readPublicNames } from '../../scripts/guide/public-names'
import { readOperations } from '../../scripts/reference/pages/operation'
import { referencePages } from '../../scripts/reference/pages/pages'
import { isLowLevel } from '../../scripts/reference/pages/task-page'
import { schemaOf } from '../../src/core/contract/codec-schema'
import { secretsOf } from '../../src/core/contract/secrets-of'
import { fixtures, isSample } from '../support/fixtures'
import { everyAction } from '../support/registries'
import { root } from '../support/virtual-program'
import { exampleMessages } from './example-messages'

const operations = readOperations()
const pages = referencePages(operations)
const languages = ['docs', 'docs/zh'] as const

const writtenIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)

const pageOf = (language: string, name: string): string => {
  const { action, file } = operations.find(name)
  return pages.get(`${language}/reference/${action.family}/${file}.md`) ?? ''
}

const withoutCode = (page: string): string =>
  page.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '')

describe('the reference', () => {
  it('is what `npm run docs` writes', () => {
    const written = languages.flatMap((language) => writtenIn(`${language}/reference`))
    expect([...written].sort()).toEqual([...pages.keys()].sort())
    const stale = written.filter(
      (path) => readFileSync(join(root, path), 'utf8') !== pages.get(path),
    )
    expect(stale).toEqual([])
  })

  it.each(languages)('has a page for every action in %s', (language) => {
    const missing = everyAction.filter(
      ({ name }) => !pageOf(language, name).startsWith(`# \`${name}\`\n`),
    )
    expect(missing.map(({ name }) => name)).toEqual([])
    expect(everyAction.length).toBeGreaterThanOrEqual(99)
  })

  it('describes every action, and says where it comes from', () => {
    const without = operations.all.filter(
      ({ entry }) => entry.description === '' || entry.source === undefined,
    )
    expect(without.map(({ action }) => action.name)).toEqual([])
  })

  it('links to files and headings that exist', () => {
    const anchorsIn = (page: string) =>
      [...page.matchAll(/^#+ (.*)$/gm)].map(
        ([, title = '']) =>
          /\{#([\w-]+)\}/.exec(title)?.[1] ??
          title.toLowerCase().replaceAll('`', '').replaceAll(' ', '-'),
      )
    const dead = [...pages].flatMap(([path, page]) =>
      [...page.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
        if (target.includes('://')) return []
        const [file = '', anchor] = target.split('#')
        const linked = join(dirname(path), file)
        const text =
          pages.get(linked) ??
          (existsSync(join(root, linked)) ? readFileSync(join(root, linked), 'utf8') : undefined)
        const isAlive =
          text !== undefined && (anchor === undefined || anchorsIn(text).includes(anchor))
        return isAlive ? [] : [`${path}: ${target}`]
      }),
    )
    expect(dead).toEqual([])
  })

  it('has one h1 on each page, and no tag or template outside of code', () => {
    const broken = [...pages].filter(([, page]) => {
      const text = withoutCode(page)
        .replace(/<!-- .* -->/g, '')
        .replace(/<https:[^>]*>/g, '')
        .replace(/ \{#[\w-]+\}$/gm, '')
      return /[<{}]/.test(text) || text.match(/^# /gm)?.length !== 1
    })
    expect(broken.map(([path]) => path)).toEqual([])
  })

  it('leads from a task to every mini-program operation but these', () => {
    const lowLevel = operations.all.filter(
      (one) => one.action.family === 'mini-program' && isLowLevel(one),
    )
    expect(lowLevel.map(({ action }) => action.name)).toMatchInlineSnapshot(`
      [
        "device.pairingAuthKey",
        "doorLock.createTemporaryPasswordWithoutName",
        "timer.currentTime",
      ]
    `)
    const page = pages.get('docs/reference/by-task.md') ?? ''
    for (const { action } of operations.all.filter(
      ({ action }) => action.family === 'mini-program',
    ))
      expect(page, action.name).toContain(`[\`${action.name}\`]`)
  })
})

describe('a secret in the reference', () => {
  it('is marked in the table of its contract', () => {
    const isSecret = (codec: unknown): boolean => {
      const schema = schemaOf(codec)
      if (schema?._tag === 'jsonText') return isSecret(schema.inner)
      return schema?._tag === 'secret'
    }
    let count = 0
    for (const { name, params, result } of everyAction)
      for (const { path, codec } of [...fieldsOf(params), ...fieldsOf(result)].filter((field) =>
        isSecret(field.codec),
      )) {
        count++
        const row = pageOf('docs', name)
          .split('\n')
          .find((line) => line.startsWith(`| \`${path}\` |`) && line.includes('**secret**'))
        expect(row, `${name} ${path} ${typeof codec}`).toBeDefined()
      }
    expect(count).toBeGreaterThan(40)
  })

  it('is never the one of a sample of the vendor', () => {
    const found = everyAction.flatMap(({ name, params, result }) => {
      const { request, response } = fixtures.get(name) ?? {}
      const sampleParams = request && isSample(request) ? request.repaired : undefined
      const answer = response && isSample(response) ? response.repaired : undefined
      const { result: sampleResult } = Object(answer) as { readonly result?: unknown }
      return (
        [...secretsOf(params, sampleParams), ...secretsOf(result, sampleResult)]
          // A number of one digit is on every page.
          .filter((secret) => secret.length >= 4 && pageOf('docs', name).includes(secret))
          .map(() => name)
      )
    })
    expect(found).toEqual([])
  })
})

describe('an example of the reference', () => {
  const names = readPublicNames()
  const examples = examplesOf({
    ...names,
    documented: operations.all.map(({ action, example }) => ({
      name: action.name,
      kind: 'function',
      examples: [example],
      file: '',
    })),
  })

  it('is on the page of its action, marked for the run button', () => {
    const without = operations.all.filter(
      ({ action, example }) => !pageOf('docs', action.name).includes(`\`\`\`ts run\n${example}\n`),
    )
    expect(without.map(({ action }) => action.name)).toEqual([])
  })

  it('compiles', () => {
    expect(exampleMessages(examples)).toEqual([])
  }, 120_000)

  it('runs without an error', async () => {
    expect(await runExamples(examples)).toEqual({})
  }, 120_000)
})
