namespace LeadHeat.Core.Understanding;

/// <summary>
/// Given and family names that are common where the playbooks do business, and that mean nothing else in everyday English or Hinglish: in small letters
/// too, they are a name where a name may stand.
/// </summary>
internal static class GivenNames
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = WordSet.Of(string.Join(' ',
        "khalifa gwendolyn aakash aarav aarti abhay abhijit abhinav abhishek aditi aditya ajay ajit akash akhil akshay alok amar amit amitabh amol amrita anand ananya anil aniket anita anjali anjana ankit ankita ankur anuj",
        "anupam anurag anushka apoorva archana arjun arnav arun aruna arvind ashish ashok ashwin atul avinash ayush balaji bharat bhavana bhavesh bhaskar bhuvan chaitanya chandan chandra charu chetan chirag chitra",
        "darshan deepa deepak deepika deepti devika dhananjay dharmesh dhruv dilip dinesh divya ekta farhan gagan ganesh gaurav gautam gayatri geeta girish gita gopal govind gowri gurpreet hardik hari harini",
        "harish harsha harshad hemant hemanth himanshu hitesh indira isha ishaan ishita jagdish jatin jaya jayesh jayant jitendra jyoti kabir kailash kajal kalpana kamala kanika karan karthik kartik",
        "kavita kavitha kavya kedar keerthi keshav ketan kiran kirti kishore komal krishna krithika kunal kusum lakshmi lalit lata lavanya leela madhav madhavi madhu madhuri mahesh mahima malini manasi mandar",
        "mangesh manish manisha manju manjunath manoj mayank mayur meenakshi meera megha mihir milind mira mithun mohan mohit monika mukesh mukul murali nagesh naina nalini namrata nandini naren narendra naresh",
        "natasha naveen navin navya neelam neeraj neeta neha nidhi nikhil nikita nilesh nimisha niraj nirmala nisha nishant nitin nitya omkar padma pallavi pankaj parag parth parul parvati pavan pooja poonam",
        "prabhakar prabhu pradeep prakash pramod pranav pranay prasad prashant pratap prateek pratik praveen preeti preethi prithvi priti priya priyanka puja puneet purnima pushpa raghav raghu rahul raj",
        "rajan rajat rajeev rajendra rajesh rajiv rajkumar raju rakesh ramesh ramya ranjan ranjit rashmi ravi ravindra reena rekha renu renuka revathi ritesh ritika ritu rohan rohini rohit roshan rupa",
        "rupali sachin sagar sahil sameer samir sandeep sandhya sangeeta sangeetha sanjana sanjay sanjeev sanjiv santosh sarita satish satya saurabh savita seema shailesh shalini shankar shantanu sharad",
        "sharmila shashank shashi sheela shekhar shilpa shiv shiva shivam shivani shobha shraddha shreya shruti shubham shweta siddharth simran sindhu sita smita sneha sohan sonal sonali sonia srikanth srinivas",
        "sridhar subhash sudha sudhir suhas sujata sujatha suman sumit sumitra sunil sunita suresh surya sushil sushma swapna swapnil swati tanmay tanvi tanya tara tarun tejas trisha tushar uday uma umesh urmila",
        "usha utkarsh vaibhav vaishali vandana varsha varun vasant vasudha veena venkat venkatesh vibha vidya vijay vijaya vikas vikram vimal vinay vineet vineeta vinod vipin vipul viraj vishal vishnu vivek yamini",
        "yash yashwant yogesh zoya agarwal agrawal ahuja banerjee bansal bhat bhatia bhatt bose chatterjee chaudhary chauhan chawla chopra choudhary dalal desai deshmukh deshpande dixit dsouza dutta fernandes",
        "gandhi ganguly ghosh goel gokhale gowda goyal gupta hegde iyengar iyer jadhav jain jha joshi kadam kapoor kapur kaul kaur khanna khurana kohli krishnan krishnamurthy kulkarni kumar kumari malhotra",
        "malik mehra mehta menon mishra misra mitra mukherjee nair naidu nambiar narayan narayanan nayak padmanabhan pai pandey pandit parekh parikh patel pathak patil pillai pinto prabhakaran rao rathore reddy saini",
        "saxena seth sethi shah sharma shenoy shetty shukla singh sinha sodhi srinivasan srivastava subramaniam subramanian suri swamy talwar tandon thakur thomas tiwari trivedi upadhyay varghese varma venkataraman",
        "verma vyas yadav abbas abdul abdullah abdulla abdulrahman adel adil adnan ahmad ahmed aisha ayesha akram ali alia alya amina amir amira anas anwar arif asad asif asma ayaan aysha aziz azhar bashir bilal",
        "dina ebrahim eman essa fahad faisal faiz farah fareed farid farida faris farooq fathima fatima ghada habib hadi hafsa haider hamad hamdan hamid hamza hanan hani haris haroon hasan hassan hatem huda",
        "hussain hussein ibrahim idris imran imtiaz iqbal irfan ismail jaber jamal jameel jamil junaid kareem karim kamran khadija khaled khalid khan layla laila latifa lubna lina mahmoud majid maktoum",
        "mansoor mariam maryam marwan mehmood mohamad mohamed mohammad mohammed mona mostafa muhammad muneer murtaza musa mustafa nabil nadeem nadia naeem naseem nasir nasser nawaf nazia noor noora nora",
        "noura omar osama qasim rabia rafiq rania rashed rashid rauf rehan rehman riyaz rizwan saad sabah saeed safiya saif saleem saleh salem salim salma salman samira sara sarah sayed shabana shahid",
        "shaikh shakir shamma shamsa shireen sohail suhail sumaya syed tahir talal tariq tasneem usman umar waleed walid waqar wasim yasir yasmin yasmeen younis yousef yousuf youssef yusuf zaid zainab zahra",
        "zubair adam adrian agnes albert alex alexander alexandra alfred alice alicia amanda amelia amy ana andrea andreas andrew angela anna anne annika anthony antonio arthur barbara beatrice ben benjamin",
        "bernard bobby boris brenda brian bruno camille carla carlos carol caroline catherine charles charlotte chiara chloe chris christian christina christine christopher claire clara claudia colin daniel daniela",
        "david deborah denis dennis diana diego diane dmitri dominic donald dorothy edith eduardo edward elena eleanor elisa elizabeth ella emily emma eric erik ethan eva evelyn fabio felix fernando fiona",
        "francesca francesco francis francisco franz fred frederick gabriel gabriela george gerald giovanni giulia gloria graham greg gregory gustav hannah hans harriet harry hector helen helena henrik",
        "henry hugo ian igor ines ingrid irene irina isabel isabella ivan jacob jake james jane janet jason javier jean jeff jennifer jenny jeremy jessica jim joan joao joe joel johan johanna johannes john johnny",
        "jonas jonathan jorge jose joseph joshua juan judith julia julian julie juliet justin karen karin karl kate katherine kathleen katie keith kelly kenneth kevin klaus kyle larissa larry laura lauren laurence",
        "leah leo leon leonard leonardo leonie lewis lea liam linda lisa lorenzo louis louise luca lucas lucia lucy luigi luis luisa luke lukas magdalena manuel marc marco marcus margaret maria marie mario",
        "marion martha martin martina matteo matthew matthias maurice melanie melissa michael michel michelle miguel mike monica morgan nancy naomi natalia natalie nathan neil nicholas nicola nicolas nicole nigel",
        "nina noah oleg oliver olivia olga oscar otto pablo pamela paolo patricia patrick paul paula pauline pedro peter philip philippe phoebe pierre rachel ralph raymond rebecca ricardo richard robert roberto roger",
        "ronald rosa rosalind rowan rupert ruth ryan samantha samuel sandra sasha scott sean sebastian sergei sergio sharon sheila silvia simon simone sofia sophia sophie stefan stella stephanie stephen steve",
        "steven stuart susan susanna sven svetlana sylvia tatiana teresa theo theresa thierry timothy tobias tom tony tracy tristan ulrich ursula valentina valerie vanessa vera veronica victoria viktor vincent",
        "virginia vladimir walter wendy werner william wolfgang yolanda yvonne zoe",
        "aaliyah abdo abeer abraham acharya achim adaeze adebayo adebola adeola adeyemi adriana ahluwalia aiko aina aisling aiyana akiko akira alejandra alejandro aleksandra alena alessandro alessia",
        "alina alisha alistair alonso alvares alvaro amadou amal amara amelie ammu anaya anders andersson andre andrei andrej anisa anja annabel annie ansari anupama anusha anushree anwesha apurva",
        "archit arjit armando arne arora arpit arpita arundhati ashwini astrid atiqa aurelie avni ayumi azad bajwa balakrishnan balogun bart basak beatriz becker beena bela benoit bernadette bhalla",
        "bhandari bhandarkar bhattacharjee bhattacharya bhavna bhavya bhosale bianca bianchi bibi bikram binod binu bisht biswas bjorn boateng bogdan bonnet brigitte brijesh bukhari carvalho cecile",
        "cecilia celine chacko chadha chandni chandran chandrasekhar charan chaudhry chavan chen cheng cherian chidi chika chioma choi chowdhury chukwu ciara cillian claude clemens coelho colette",
        "connor conor cristina cyril damian daria dasgupta davide debashish deepali deepthi delphine denise deniz dhanya dhawan dhillon dhruvi dilan dimitri dipti dlamini dmitry doherty dolores",
        "dominique dupont eamon eapen edgar edouard elif elina ellen eloise emeka emil emilia emiliano emilie emine emre enrique erika eriksson ernest esposito esra esteban estelle esther eugene",
        "eugenia eze fadi fadwa faiza faizal faizan farooqui farouk farzana fathi fatma federico ferdinand fergus fernanda fernandez ferrari filip fischer florian fonseca fontaine fournier francois",
        "frida friedrich gabrielle gaikwad gallagher garcia gareth garima gauri gemma gerard gerhard giorgio girard girija gomez gonzalez gopalakrishnan gopi graciela grewal grover gudrun guillaume",
        "guillermo gulati gulsen gunnar gurmeet gustavo habiba haddad haifa hakan hamdi hanna hansen harpreet hartmann hashmi hasina hayden hebbar hedda heidi heinrich helga hiroshi hoang hoffmann",
        "horvat hossam hussam iain ibtisam ilaria imelda imogen inga ingo ioana isaac isabelle ishan ismael israa istvan iva ivana ivanov jabir jacek jacqueline jagan jahnavi jakub jamie jana janaki",
        "janina jaspreet jaswinder jayanthi jayanti jayashree jeanne jelena jens jensen jerome jia jimena jing jiya joana joaquin jochen jodie johann johansson jordi jorg josef josefina josephine",
        "juana julieta juma jurgen kaan kabita kaito kalra kalyani kamath kamau kamil kamini kannan karina karla karlsson karolina karsten katarina katja katrin kausar kaushal kaushik kavin kazmi",
        "kazuki keiko kemal kenji kerstin khadeeja khoury kiara kimberly kinjal klara kobayashi komala konstantin koshy kotian koul kourosh kovac kowalski krause krish krishnamoorthy krueger",
        "krzysztof kumaran kurian kurup lalitha lambert lars larsen larsson lasse laszlo latha laurent leena lefebvre lehmann leila lena leroy leticia lidia lilian liliana linh linnea lionel lobna",
        "lopez lothar lotte louisa luc luciana luciano lucie ludwig luka lukasz luthra maarten mabel maciej madeleine mads magda mahajan mahdi mahendra maheswari maitri maja majed makoto malathi",
        "malte mamta manav mandeep manfred mansour manuela marcel marcela marcelo marcin mareike margarita margot mariana marianne maribel marija marijn marisol marius marta marten martinez marwa",
        "masaki mascarenhas matej mateo mathew mathias mathieu mathilde maurizio maxime maximilian mayuri mccarthy mehdi mehmet mei meike mensah meryem micah michaela michal michele mikael milena",
        "minh mircea mirjam mishka mitali mohini moira moises mondal monique monteiro morales moreau morten moustafa mridula mrinal mueller muller murat murphy murthy mustapha mwangi myra nabeel",
        "nabila nadine nagaraj nagarajan nagaraju nagpal naim nakamura nandhini nandita nandu nandy naqvi narang narayanaswamy nasr nasreen natalya navdeep nayyar nazim ndlovu neelima nehal nelson",
        "neumann nevine ngozi nguyen nico niels nielsen nikhita nikolai nikolas nilam nils nilsson nimra ninad ninh nirav nithin nithya nivedita njoroge noel noelle noemi norbert noronha nour novak",
        "nowak nuno nwosu oberoi obinna obrien odile okafor okonkwo olaf olena oliwia olsen olsson oluwaseun omari ondrej onur orla ortega osei osman otieno ottavia owusu oyelaran padmini palak",
        "panchami panicker parinita parvathi pascal patrik patrycja pavel pavithra pawar pawel payal pedersen pereira perez petra petros petrov pham phuong piotr poojary poorna popov prabha prachi",
        "pragati pragya prajwal pranali praneeth prathima preetam preetha premila priyam priyansh qian quentin qureshi rabindra radha radhika raghavan raghunath rahim raisa rajalakshmi rajani",
        "rajashri rajkumari rajni ramachandran ramaswamy ramirez ramon ramona randa ranjana ranjini ranjith rasheed rashida ratan ratna raul ravina ravinder rawat rayan razia rebeca reema regina",
        "reiko reinhard renata rene reshma reshmi reyansh ricci richa richter rishabh rishi riya rizvi roberta rocio rodrigo rodrigues rodriguez roland rolf romain romano ronak ronan ronit rosario",
        "rosie rossi rousseau roxana ruben rudolf rukmini rupesh ruslan russo rustam saanvi sabharwal sabina sabine sabrina sachdeva sachiko sadaf sadia safa saira saji sajid sakina sakshi sakura",
        "salian saloni salunkhe salvador sambhav sameera samita sanchez sandhu sandip sangita sanjeeva santhosh santiago saraswati saravanan sarika sarkar sarthak saskia sastry satoshi saumya",
        "savitha savitri schmidt schneider schroeder schulz schwarz seamus selin selina selma semra sengupta senthil serena seun shabnam shaheen shakeel shalu shamim shankari shanta shanthi sharmin",
        "shaun shazia sheeba shifa shinde shinji shirin shirley shivakumar shivraj shoaib shobana shreyansh shreyas shrikant shruthi shubha shyam shyamala siddhartha siddiqui sigrid silke silvana",
        "simi sinead siobhan sivakumar slavica snehal sofie sokolov solomon somesh soren soumya sreedevi sreekumar sreenivas sridevi srilakshmi srinath sriram stanislav stefania stefano steffen",
        "stelios subbu subha subhadra subramanya suchitra sudarshan sudeep sudhakar suhasini sukanya sukhdev sulaiman sullivan sultana sumalatha sumana sumathi sumedha sundar sundaram sunder sunitha",
        "supriya suraj surbhi surekha surendra suriya susana suzanne suzuki svenja swaminathan swetha sybille tabassum takashi takeshi tamara tamas tamer tamsin tanaka tanisha tanuja tapan tarik",
        "tarini tatjana taufiq tejaswini tendai teodora thanh thirumal thomasina thorsten tiago timo tobi tomas tomasz torres torsten tran trang trupti tunde udit umair umang umberto urvashi uzma",
        "vaishnavi valeria valerio vanita varkey vasanth vasudevan vasundhara velu vidhya vidyut viet vignesh vihaan vijayalakshmi vikash viktoria vimala vincenzo vineetha virat visakh vishwanath",
        "vishwas vittorio viviana vivien volker wadhwa wafa wagle wagner wajid walsh wanda wangari watanabe weber weronika wiktor wilhelm wisniewski wissam xavier xiao yaakov yael yagnesh yamamoto",
        "yanis yara yashoda yasmina yassin yating yeliz yildiz yohannes yosef yuki yuko yulia yuri yuvraj zachary zaheer zahid zaki zara zarina zeena zeinab zhang zhen ziad zimmermann ziyad zoran",
        "zsofia murugan wanjiru dmitri mani harpreet anneke selvam pandian kannan muthu raghupathi velmurugan thangavel palani bunty rajeshwari zuleikha zulfiqar",
        "sam matt nick liz abby abdulaziz abdulkarim abena abin adaobi ahmet akosua amaka ameer ananthu anastasia andy aneesh annamalai antoine aoife aravind aseel ayman ayse baptiste barry bassam becky bert beth",
        "beverley bibin biju birgit burak caoimhe carmen catrin cedric chaitra chandana chandrasekar chinwe ciaran clive cormac damien dave declan deeksha derek detlef dhruva didier dieter dijo",
        "divyanka donna duarte dylan edoardo ekaterina eldho eoin evgeny fabien fabrice fahd fatih febin fergal filippo franck frederic gabin galina ganesan gaspard ghassan giacomo gibin ginevra",
        "goncalo gonzalo gottfried gunther hadeel hamda hariharan hartmut haruto hasna hayley hazem heba heike herve hieu hina hisham huong ifeanyi ifeoma ignacio ilya ingeborg jacques jagadish",
        "janani jassim jawad jerin jibin jince jinu jithin jiwoo joji jojo jomon julien juliette jyothi karthika karthikeyan kathir katya keerthana kelechi khawla kirill kirsty kofi kushal kwabena",
        "kwadwo kwaku kwame lamia leanne leonor lerato libin lijo likhith lizzie loic ludmila ludovica lulwa madhavan maha maitha maksim manasa manikandan manjula manon matilde mattia maya maysa",
        "megan meghana melvin ming minjun mishal mohith moza muthukumar nadezhda nagendra najla namitha naveena nawal neville nevin niamh nibin nikhitha nithish njeri nkechi nnamdi oksana olivier olu",
        "othman owen ozan padraig patrice phuc pietro polina poornima prajna pranitha priyadarshini punith raed rafael raghad raghavendra rajasekar rakshith ramanathan rami rana raquel rashmika reem",
        "reinhold remi renaud renjith resmi revathy rhys riccardo rijo rony ruba rula sahana salvatore salwa sami sanjeevan sanoj saoirse saravana sathish sathya sebastien selvi seojun sergey shaikha",
        "shibu shijo shurooq siddesh siegfried sijo sinchana sipho smitha sobha sojan solveig soundarya sowmya spoorthi sreeja sreejith sreelakshmi srija srinidhi stephane subashini subin suhani",
        "sujan supreeth swathi sylvain tamim tatyana thabo thandi thanmay thao thibault tijo tim tolga tommaso tracey trevor tuan ulrike unnikrishnan vadim valery vanitha varshini vasudev venkatesan",
        "vijayakumar wael wanjiku wei xiang yamuna yana yann yashas yazan yelena yemi yousra yuvaraj yves zain zayed zeynep"));

    /// <summary>Whether a folded word is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Known.Contains(word) || (word.Length > 5 && word.Contains("th", StringComparison.Ordinal) && IsSouthern(word));

    // In the south many a "t" is written "th": Swathi, Haritha, Geetha.
    private static bool IsSouthern(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[Tokenizer.LongestWord];
        var length = 0;
        for (var i = 0; i < word.Length && length < plain.Length; i++)
        {
            if (word[i] != 'h' || i == 0 || word[i - 1] != 't')
                plain[length++] = word[i];
        }
        return Known.Contains(plain[..length]) && !EnglishWords.IsUsual(word);
    }

    /// <summary>Whether a token is one that nobody took yet.</summary>
    public static bool IsAt(Scan scan, int at)
    {
        if (!scan.IsFree(at) || scan.Tokens[at].Kind != TokenKind.Word)
            return false;
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        return Contains(letters[..Tokenizer.Fold(scan.WordAt(at), letters)]);
    }
}
