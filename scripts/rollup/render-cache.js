/** Keeps what a slow last step made of a chunk, so that a build after a small change repeats it for few chunks. */
const { createHash } = require('node:crypto')
const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

/**
 * A plugin that renders each chunk by `render(code) → { code, map }`, or takes the result of an earlier build with the same code.
 * `version` names everything else that the result depends on: packages and options. What a build does not use is deleted.
 *
 * @param {{ name: string, version: unknown, folder: string, render: (code: string) => unknown }} options
 */
const cachedRender = ({ name, version, folder, render }) => {
  const used = new Set()
  return {
    name,
    renderChunk: async (code) => {
      const key = createHash('sha256')
        .update(JSON.stringify([version, code]))
        .digest('hex')
      used.add(key)
      const file = join(folder, key)
      const kept = read(file)
      if (kept !== undefined) return kept
      const rendered = await render(code)
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, JSON.stringify(rendered))
      return rendered
    },
    closeBundle: () => {
      for (const key of readdirSync(folder)) if (!used.has(key)) rmSync(join(folder, key))
    },
  }
}

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Not there, or a build was interrupted while it wrote.
    return undefined
  }
}

module.exports = { cachedRender }
