import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(__dirname, '../..')
/** `docs/decisions` and the rest of `docs` count too: they are read by the same people. */
const places = ['src', 'actions', 'simulator', 'command-line', 'docs', 'README.md']
/** A sentence with one of these does not name who acts, or uses a word that the field does not. */
const banned = /\b(somebody|nobody|whoever|anew|never left)\b/i
/** Lines that may keep such a word, each with the reason. */
const allowed: Readonly<Record<string, string>> = {}

const filesIn = (place: string): readonly string[] =>
  statSync(join(root, place)).isFile()
    ? [place]
    : readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
        .map((name) => join(place, name))
        .filter((path) => statSync(join(root, path)).isFile())

it('uses no word in sources and documents that hides who acts (docs/decisions/0013)', () => {
  const found = places.flatMap(filesIn).flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
      .filter(({ line, at }) => banned.test(line) && !(at in allowed))
      .map(({ line, at }) => `${at} ${line.trim()}`),
  )
  expect(found).toEqual([])
})
