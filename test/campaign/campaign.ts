import { arbitraryStory } from './arbitrary-story'
import { addCounts, type Counts, createCounts } from './counts'
import { describeStory } from './describe-story'
import { type CampaignOptions, type CampaignResult, explore } from './explore'
import { runStory } from './run-story'

/** Runs stories of the core until one breaks a rule; that one is made as short as possible. */
export const runCampaign = async (options: CampaignOptions): Promise<CampaignResult<Counts>> => {
  const counts = createCounts()
  const finding = await explore(options, {
    level: 'core',
    stories: arbitraryStory,
    runStory,
    describeStory,
    onStory: (story, facts) => addCounts(counts, story, facts),
  })
  return { counts, finding }
}
