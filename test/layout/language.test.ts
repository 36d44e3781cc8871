import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(__dirname, '../..')
/** Includes `docs` and `docs/decisions`, because panel developers read them too. */
const places = [
  'src',
  'actions',
  'gateway',
  'messages',
  'react',
  'inspector',
  'simulator',
  'command-line',
  'docs',
  'README.md',
]
/** Words that hide the actor, or that the field does not use. */
const banned = /\b(somebody|nobody|whoever|anew|never left)\b/i
/** Lines that may contain such a word, each with the reason. */
const allowed: Readonly<Record<string, string>> = {}

const filesIn = (place: string): readonly string[] =>
  statSync(join(root, place)).isFile()
    ? [place]
    : readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => !name.includes('node_modules'))
        .map((name) => join(place, name))
        .filter((path) => statSync(join(root, path)).isFile())

it('the sources and documents contain no word that hides the actor (docs/decisions/0013)', () => {
  const found = places.flatMap(filesIn).flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
      .filter(({ line, at }) => banned.test(line) && !(at in allowed))
      .map(({ line, at }) => `${at} ${line.trim()}`),
  )
  expect(found).toEqual([])
})

it('the panel, its flows, its transports and their documents name the clock one way', () => {
  const places = ['src', 'examples', 'docs/guide', 'README.md', 'simulator/README.md']
  // An rxjs scheduler is one kind of clock; an option of the interface is named `clock`.
  const otherName = /(?<!rxjs )\bscheduler\b|readonly now\?:/i
  const found = places
    .flatMap(filesIn)
    .filter((path) => otherName.test(readFileSync(join(root, path), 'utf8')))
  expect(found).toEqual([])
})
