import {
  BucketLocationConstraint,
  CreateBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import * as v from 'valibot';
import type { ObjectHeaders, Objects } from './objects.ts';

const REMOVED_AT_ONCE = 1000;

export interface Bucket extends Objects {
  exists(): Promise<boolean>;
  /** New buckets are private and encrypted by themselves; Terraform takes it over and does the rest. */
  create(): Promise<void>;
}

/** @param account whose bucket it must be: a bucket of the same name in other hands gets nothing of ours */
export function s3Bucket(name: string, region: string, account: string): Bucket {
  const s3 = new S3Client({ region });
  const ours = { Bucket: name, ExpectedBucketOwner: account };
  return { exists, create, put, get, list, remove };

  async function exists(): Promise<boolean> {
    try {
      await s3.send(new HeadBucketCommand(ours));
      return true;
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      const status = error.$metadata.httpStatusCode;
      if (status === 404) return false;
      throw new Error(`The bucket ${name} cannot be reached (HTTP ${status}): it needs the right s3:ListBucket.`, {
        cause: error,
      });
    }
  }

  async function create(): Promise<void> {
    await s3.send(new CreateBucketCommand({ Bucket: name, ...placeOf(region) }));
  }

  async function put(key: string, body: Uint8Array | string, headers?: ObjectHeaders): Promise<void> {
    const more = headers && { ContentType: headers.contentType, CacheControl: headers.cacheControl };
    await s3.send(new PutObjectCommand({ ...ours, Key: key, Body: body, ...more }));
  }

  async function get(key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ ...ours, Key: key }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async function list(prefix: string): Promise<string[]> {
    const keys: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { ...ours, Prefix: prefix }))
      keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
    return keys.sort();
  }

  async function remove(keys: readonly string[]): Promise<void> {
    for (let at = 0; at < keys.length; at += REMOVED_AT_ONCE) {
      const Objects = keys.slice(at, at + REMOVED_AT_ONCE).map((Key) => ({ Key }));
      const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ ...ours, Delete: { Objects, Quiet: true } }));
      if (Errors[0]) throw new Error(`S3 does not remove ${Errors[0].Key}: ${Errors[0].Message}`);
    }
  }
}

/** The oldest region is the one that must not be named. */
function placeOf(region: string) {
  if (region === 'us-east-1') return {};
  return { CreateBucketConfiguration: { LocationConstraint: v.parse(v.enum(BucketLocationConstraint), region) } };
}
