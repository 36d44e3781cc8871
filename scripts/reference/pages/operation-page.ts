import type { Chrome } from './chrome'
import { contractTables, typeText } from './contract-table'
import { code, page, prose } from './markdown'
import type { Operation, Operations } from './operation'
import { facts } from './operation-facts'
import { failures } from './operation-failures'
import { twins, usedBy } from './operation-links'

/** The page of one operation. */
export const operationPage = (
  operation: Operation,
  operations: Operations,
  chrome: Chrome,
): string => {
  const { action, entry } = operation
  const { notes } = entry
  const result = contractTables({ codec: action.result, root: 'result', notes }, chrome)
  return page(code(action.name), [
    prose(entry.description),
    facts(operation, operations, chrome),
    `## ${chrome.parameters}`,
    contractTables({ codec: action.params, root: 'params', notes }, chrome),
    `## ${chrome.result}`,
    `${typeText(action.result, chrome)}`,
    result,
    result && chrome.presenceText,
    `## ${chrome.example.title}`,
    chrome.example.text,
    `\`\`\`ts run\n${operation.example}\n\`\`\``,
    `## ${chrome.usedBy.title}`,
    ...usedBy(operation, operations, chrome),
    `## ${chrome.twins.title}`,
    ...twins(operation, operations, chrome),
    `## ${chrome.failures.title}`,
    ...failures(operation, chrome),
    ...(entry.contradictions === undefined
      ? []
      : [`## ${chrome.contradictions}`, prose(entry.contradictions)]),
  ])
}
