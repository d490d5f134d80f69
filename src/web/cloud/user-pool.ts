import * as v from 'valibot';
import { askAws } from './aws-json.ts';

const nothing = v.unknown();

/** What a person may do at the user pool with an access token of theirs. Both fail as `askAws` does. */
export interface UserPool {
  /** Ends every login of the person, on every device. */
  signOutEverywhere(accessToken: string): Promise<void>;
  /** Deletes the login itself. */
  deleteUser(accessToken: string): Promise<void>;
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html and `DeleteUser`. */
export function userPool(address: string, request: typeof fetch): UserPool {
  const ask = async (operation: string, accessToken: string): Promise<void> => {
    const target = `AWSCognitoIdentityProviderService.${operation}`;
    await askAws(request, { address, target, input: { AccessToken: accessToken } }, nothing);
  };
  return {
    signOutEverywhere: (accessToken) => ask('GlobalSignOut', accessToken),
    deleteUser: (accessToken) => ask('DeleteUser', accessToken),
  };
}
