using Digest.Functions.Access;

namespace Digest.Cli.Doctor;

/// <summary>Who can use the editors' pages, by the settings.</summary>
internal static class EditorAccess
{
    private const string Subject = "Editors' pages";

    /// <summary>Says it.</summary>
    public static Finding Examine(AccessOptions access) => access switch
    {
        { TrustPlatformPrincipal: true, Editors.Count: 0, EditorRole: null } =>
            Finding.Warn(Subject, "People can sign in, and nobody is let in. Name editors in Digest:Access:Editors, or their role in Digest:Access:EditorRole."),
        { TrustPlatformPrincipal: true } => Finding.Ok(Subject, "Open to the accounts and the role in Digest:Access, behind the platform's sign-in."),
        { LocalEditor: true } => Finding.Ok(Subject, "Open to whoever sits at this machine."),
        { Editors.Count: > 0 } or { EditorRole: not null } =>
            Finding.Warn(Subject, "Editors are named, and no sign-in is trusted: set Digest:Access:TrustPlatformPrincipal where App Service authentication is on."),
        _ => Finding.Ok(Subject, "Closed to everybody."),
    };
}
