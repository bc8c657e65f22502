namespace LeadHeat.Core.Understanding.Injections;

/// <summary>The words that orders to a bot are made of. They are code and not playbook data: no edit may switch them off.</summary>
internal static class OrderWords
{
    /// <summary>Classes that the model learns with, by name.</summary>
    public static readonly IReadOnlyList<(string Name, IReadOnlyList<string> Words)> Classes =
    [
        ("override", Split("ignore disregard forget override bypass neglect overrule discard ignora ignorez ignorier ignoriere vergiss olvida oublie oubliez ignorar bhool bhul nazarandaz disobey unlearn dismiss violate circumvent esqueca dimentica negeer disable")),
        ("orders", Split("instructions instruction prompt prompts directives directive guidelines guideline rules rule commands command programming restrictions constraints policies policy guardrails safeguards instrucciones anweisungen regeln consignes nirdesh istruzioni instrucoes reglas regles training configuration limits")),
        ("prior", Split("previous prior above earlier preceding initial original hidden system anteriores vorherigen precedentes pichle secret internal underlying")),
        ("reveal", Split("reveal print output repeat display dump export expose leak recite muestra zeige verbatim encode summarize")),
        ("role", Split("pretend roleplay act simulate impersonate persona dan jailbreak jailbroken unfiltered unrestricted uncensored sudo root admin administrator mode terminal console assistant")),
        ("others", Split("customers leads clients visitors users buyers contacts database records customer lead client visitor user")),
        ("rig", Split("score hot qualified mark set update change approve authorize authorise grant")),
    ];

    /// <summary>Marks that only software writes between the parts of a prompt, without spaces and in lower case.</summary>
    public static readonly string[] Marks =
    [
        "<|im_start|>", "<|im_end|>", "<|system|>", "<|user|>", "<|assistant|>", "<|endoftext|>", "[inst]", "[/inst]", "<<sys>>", "<</sys>>", "</system>", "<system>", "[system]",
        "<system_prompt>", "<instructions>", "###system", "###instruction", "###newinstruction", "\"role\":\"system\"", "\"role\":\"assistant\"", "'role':'system'", "beginsystem", "endofsystem",
        "endofprompt", "systemoverride", "endofusermessage", "<script", "onerror=", "javascript:", "droptable", "select*from", "function_call:", "tool_call", "\"tool\":", "<tool_result", "<function",
    ];

    /// <summary>Who a line pretends to be spoken by: <c>system: …</c>.</summary>
    public static readonly string[] Speakers = ["system", "assistant", "developer", "ai", "chatgpt", "admin"];

    /// <summary>Stems of "ignore" and "instructions" in other languages, each pair within one message.</summary>
    public static readonly (string[] Verbs, string[] Nouns)[] OtherLanguages =
    [
        (["ignora", "olvida", "olvíd", "olvide", "descarta", "omite", "desobedece"], ["instruccion", "todo lo anterior", "lo que te dijeron", "tu papel", "tu rol", "restriccion", "reglas anteriores", "tus reglas", "las reglas", "indicaciones anteriores"]),
        (["muestra", "muéstra", "revela", "dime", "imprime", "dame"], ["otros clientes", "mensaje del sistema", "lista de clientes", "prompt del sistema", "tu prompt", "tus instrucciones", "instrucciones secretas", "instrucciones del sistema"]),
        (["ignorier", "vergiss", "vergessen", "missachte", "umgehe"], ["anweisung", "alles vorherige", "dir gesagt", "deine rolle", "einschränkung", "bisherigen", "deine regeln", "alle regeln", "vorgaben", "instruktion"]),
        (["zeig", "verrate", "nenne", "gib mir", "wiederhole"], ["deine konfiguration", "kundenliste", "andere kunden", "anderer kunden", "anderen kunden", "systemprompt", "system-prompt", "deine anweisung", "deine regeln", "systemanweisung"]),
        (["ignore", "ignorez", "oublie", "oubliez"], ["ton rôle", "ton role", "tout ce qui précède", "tout ce qu'on t'a dit", "tes règles", "instructions précédentes", "instructions precedentes", "toutes les instructions", "tes instructions", "vos instructions", "les règles", "les consignes", "tes consignes", "toutes les règles"]),
        (["montre", "affiche", "révèle", "revele", "donne"], ["message système", "message systeme", "autres clients", "liste des clients", "prompt système", "prompt systeme", "tes instructions", "invite système", "tes consignes"]),
        (["ignora", "dimentica"], ["istruzioni", "le tue regole"]),
        (["ignore", "esqueça", "esqueca", "desconsidere"], ["instruções", "instrucoes", "suas regras"]),
        (["negeer", "vergeet"], ["instructies", "je regels"]),
        (["yoksay", "unut", "görmezden", "gormezden"], ["talimat", "kurallar"]),
        (["игнорир", "забудь", "забыть", "отмени"], ["инструкц", "указани", "правила"]),
        (["покажи", "раскрой", "выведи"], ["системный промпт", "промпт", "инструкции"]),
        (["忽略", "无视", "無視", "忘记", "忘掉", "忘れ"], ["指令", "指示", "提示", "规则", "規則", "ルール"]),
        (["显示", "显露", "透露", "输出", "表示"], ["系统提示", "提示词", "システムプロンプト"]),
        (["무시", "잊어"], ["지시", "명령", "규칙"]),
        (["अनदेखा", "भूल", "नजरअंदाज", "नज़रअंदाज़", "इग्नोर"], ["निर्देश", "नियम", "इंस्ट्रक्शन"]),
        (["apne", "apna", "apni"], ["system message", "system prompt", "system ke niyam", "chhupe hue"]),
        (["sabke", "baaki", "dusre", "doosre"], ["customers ka data", "customer ke number", "customers ke number", "clients ka data", "graahak"]),
        (["बताओ", "दिखाओ", "बताइए", "दिखाइए", "दो"], ["बाकी ग्राहकों", "दूसरे ग्राहक", "सिस्टम प्रॉम्प्ट", "अपने निर्देश", "प्रॉम्प्ट"]),
        (["bhool", "bhul", "ignore kar", "nazarandaz", "mat maano", "chhod do", "chod do", "hata do"], ["hidayat", "purane rules", "apne niyam", "instruction", "nirdesh", "apne rules", "saare rules", "sab rules"]),
        (["تجاهل", "انس ", "انسى", "تجاوز", "عطل", "عطّل", "ألغ"], ["القيود", "الحماية", "تعليمات", "التعليمات", "القواعد", "قواعدك", "الأوامر"]),
        (["أظهر", "اكشف", "اعرض", "اطبع", "أرسل", "أعطني"], ["قائمة العملاء", "بيانات العملاء", "العملاء الآخرين", "موجه النظام", "تعليمات", "تعليماتك", "البرومبت"]),
    ];

    private static string[] Split(string words) => words.Split(' ');
}
