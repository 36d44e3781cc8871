import type { Chrome } from './chrome'
import { link, page, prose, table } from './markdown'
import { linkTo, type Operation, type Operations, summaryOf } from './operation'
import { tasks } from './tasks'

/** The operations by the job that they are for. */
export const taskPage = ({ all, find }: Operations, chrome: Chrome): string => {
  const { byTask, lowLevel, columns } = chrome
  return page(byTask.title, [
    byTask.text,
    table(
      [columns.task, columns.flow, columns.operations],
      tasks.map(({ title, flow, operations }) => [
        chrome.job(title),
        link(flow, `../guide/${flow}.md`),
        operations.map((name) => linkTo(find(name), '')).join(chrome.comma),
      ]),
    ),
    `## ${lowLevel.title}`,
    lowLevel.text,
    table(
      [columns.operation, columns.does],
      all.filter(isLowLevel).map((one) => [linkTo(one, ''), prose(summaryOf(one))]),
    ),
  ])
}

const inTasks = new Set(tasks.flatMap(({ operations }) => operations))

/** In no task, and no route for an operation that is in one. */
export const isLowLevel = ({ action }: Operation): boolean =>
  !inTasks.has(action.name) && !(action.twin !== undefined && inTasks.has(action.twin.of))
