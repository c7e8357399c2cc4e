import type { Resource } from '../../../schema/record/resource.ts'
import { link, plain } from '../kit/markdown.ts'

/** The name of a resource, which leads to its data unless it was removed. */
export const nameLink = ({ name, url, status }: Pick<Resource, 'name' | 'url' | 'status'>, max: number) =>
  status === 'removed' ? plain(name, max) : link(name, url, max)
