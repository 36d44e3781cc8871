import { type CampaignOptions, type CampaignResult, explore } from '../explore'
import { arbitraryStory } from './arbitrary-story'
import { addFlowCounts, createFlowCounts, type FlowCounts } from './counts'
import { describeStory } from './describe-story'
import { runStory } from './run-story'

/** Runs stories of flows and panels until one breaks a rule; that one is made as short as possible. */
export const runFlowCampaign = async (
  options: CampaignOptions,
): Promise<CampaignResult<FlowCounts>> => {
  const counts = createFlowCounts()
  const finding = await explore(options, {
    level: 'flows',
    stories: arbitraryStory,
    runStory: (story) => runStory(story),
    describeStory,
    onStory: (story, facts) => addFlowCounts(counts, story, facts),
  })
  return { counts, finding }
}
